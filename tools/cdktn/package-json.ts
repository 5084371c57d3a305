import { rewrite } from './rewrite';

/** What users of CDK Terrain install beside the package: it is developed against the least of each. */
const LEAST_PEERS = { '@cdktn/provider-aws': '25.7.0', cdktn: '0.24.0', constructs: '10.6.0' };

/** The package.json of the package for CDK Terrain: that of this package under another name, with other peers. */
export function packageJson(text: string): string {
  const renamed = JSON.parse(rewrite(text)) as { description: string };
  const { author } = JSON.parse(text) as { author: object };
  const changed = {
    ...renamed,
    author,
    description: renamed.description.replace('Terraform CDK', 'CDK Terrain'),
    scripts: undefined,
    peerDependencies: Object.fromEntries(Object.entries(LEAST_PEERS).map(([name, least]) => [name, `^${least}`])),
    devDependencies: LEAST_PEERS,
  };
  return `${JSON.stringify(changed, null, 2)}\n`;
}
