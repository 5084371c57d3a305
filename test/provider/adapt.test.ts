import { adapted, versionFault } from './adapt';

describe('a configuration that is adapted', () => {
  it('asks for the version that is there, and reads a Region as it has it', () => {
    const written = JSON.stringify({
      terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } } },
      output: { region: { value: '${data.aws_region.current.region}' } },
    });
    expect(adapted(written, '5.100.0')).toContain('${data.aws_region.current.name}');
    expect(adapted(written, '6.66.0')).toContain('${data.aws_region.current.region}');
    expect(JSON.parse(adapted(written, '6.66.0'))).toMatchObject({
      terraform: { required_providers: { aws: { version: '6.66.0' } } },
    });
  });

  it('is none for a major version that nobody has looked at', () => {
    expect(versionFault('5.100.0')).toBeUndefined();
    expect(versionFault('7.0.0')).toBe(
      'AWS provider 7.0.0 is of a major version that test/provider/adapt.ts does not know: it knows 5 and 6. List there ' +
        'what differs',
    );
  });
});
