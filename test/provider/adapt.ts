/**
 * Everything in which a configuration that was written for version 6 of the AWS provider is made one for the version that
 * the machine offers. There is no other such place.
 */
interface Difference {
  readonly about: string;
  readonly adapt: (text: string) => string;
}

const DIFFERENCES: Readonly<Record<number, readonly Difference[]>> = {
  5: [
    {
      about: 'data.aws_region has `region` since 6.0, and `name` before',
      adapt: (text) => text.replaceAll(/(data\.aws_region\.[A-Za-z0-9_-]+)\.region\b/g, '$1.name'),
    },
  ],
  6: [],
};

/** The text of a configuration in JSON syntax, for a version of the provider. */
export function adapted(text: string, version: string): string {
  return withoutDifferences(withVersion(text, version), version);
}

/** The text of a module in HCL, for a version of the provider: its own constraint is a range. */
export function adaptedHcl(text: string, version: string): string {
  const constraint = /(source\s*=\s*"hashicorp\/aws"\s*version\s*=\s*)"[^"]*"/;
  return withoutDifferences(text.replace(constraint, `$1"${version}"`), version);
}

function withoutDifferences(text: string, version: string): string {
  return DIFFERENCES[majorOf(version)].reduce((adaptedText, { adapt }) => adapt(adaptedText), text);
}

/** What is wrong with a version: a major version that nobody has looked at could differ anywhere. */
export function versionFault(version: string): string | undefined {
  return majorOf(version) in DIFFERENCES
    ? undefined
    : `AWS provider ${version} is of a major version that test/provider/adapt.ts does not know: it knows ` +
        `${Object.keys(DIFFERENCES).join(' and ')}. List there what differs`;
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function withVersion(text: string, version: string): string {
  const json = JSON.parse(text) as { terraform?: { required_providers?: Record<string, { version?: string }> } };
  const aws = json.terraform?.required_providers?.aws;
  if (aws) aws.version = version;
  return JSON.stringify(json, null, 2);
}

/** Arguments that a version does not have, so that nothing can be proven of them with it. */
export function missingArguments(version: string): readonly string[] {
  return majorOf(version) < 6 ? ['region'] : [];
}
