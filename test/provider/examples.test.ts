import { describeWithProvider } from './cloud';
import { EXAMPLES, lifeOfExample } from './example-life';

describeWithProvider('the examples with the real provider', (cloud) => {
  it.each(EXAMPLES)('%s: validate, plan, apply, no change in the next plan, destroy', (example) =>
    lifeOfExample(cloud(), example),
  );
});
