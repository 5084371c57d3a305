interface Renaming {
  readonly from: RegExp;
  readonly to: string;
}

/**
 * What has another name in CDK Terrain. What it kept is left alone: `cdktf.json`, `cdktf.out`, members that begin with
 * cdktf. So is the address of the repository, which makes both packages.
 */
const RENAMINGS: readonly Renaming[] = [
  { from: /(?<=['"`])cdktf(?=['"`/])/g, to: 'cdktn' },
  { from: /@cdktf\/provider-aws/g, to: '@cdktn/provider-aws' },
  { from: /\bcdktf-amazon-mq-go\b/g, to: 'cdktn-amazon-mq-go' },
  { from: /(?<!github\.com\/(?:[\w-]+\/)?)\bcdktf-amazon-mq\b/g, to: 'cdktn-amazon-mq' },
  { from: /\bcdktf_amazon_mq\b/g, to: 'cdktn_amazon_mq' },
  { from: /\bcdktfamazonmq\b/g, to: 'cdktnamazonmq' },
  { from: /\bCdktfAmazonMq\b/g, to: 'CdktnAmazonMq' },
  // what its provider says of itself, in snapshots
  { from: /"source": "aws"/g, to: '"source": "hashicorp/aws"' },
  { from: /(?<="version": )"6\.25\.0"/g, to: '"6.66.0"' },
];

/** The text of a file, or its path, for CDK Terrain. */
export function rewrite(text: string): string {
  return RENAMINGS.reduce((rewritten, { from, to }) => rewritten.replace(from, to), text);
}
