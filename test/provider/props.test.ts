import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Construct } from 'constructs';
import { build, CASES, outcomeOf, type TokenCase } from '../props/token-cases';
import { Synthesized } from '../support/synthesized';
import { describeWithProvider } from './cloud';

/** Each prop that takes a token once, the forms of a token in turn. */
function oneFormEach(): TokenCase[] {
  const paths = [...new Set(CASES.map(({ path }) => path))];
  return paths.flatMap((path, index) => {
    const forms = CASES.filter((each) => each.path === path);
    const inTurn = [...forms.slice(index % forms.length), ...forms];
    return inTurn.find((each) => 'text' in outcomeOf(each)) ?? [];
  });
}

describeWithProvider('every prop in a form of a token, with the real provider', (cloud) => {
  const cases = oneFormEach().map((each, index) => ({ ...each, id: `case-${index}` }));
  let output: string;

  beforeAll(async () => {
    const { text } = Synthesized.from((stack) => {
      new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
      for (const each of cases) build(new Construct(stack, each.id), each);
    });
    output = (await (await cloud().workspace(text)).tryRun('validate', '-json')).stdout;
  });

  it.each(cases)('is valid: $path', ({ id }) => {
    const { diagnostics } = JSON.parse(output) as { diagnostics: { address?: string; summary: string }[] };
    expect(diagnostics.filter(({ address = '' }) => address.includes(`.${id}_`))).toEqual([]);
  });

  it('is valid as a whole', () => {
    expect(JSON.parse(output)).toMatchObject({ valid: true, diagnostics: [] });
  });
});
