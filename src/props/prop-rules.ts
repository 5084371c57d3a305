import { type FindingDetails, type Rule } from '../rules/rule';

const SOURCE = 'https://github.com/cdktf-amazon-mq/cdktf-amazon-mq/blob/main/docs/api/README.md';

/** What the rules see of the values of props, whatever they mean. */
export interface PropFacts {
  /** Values of another type than the prop has, and required ones that are missing: a language without types lets them pass. */
  readonly wrongKind: FindingDetails[];
  /** Tokens where the app itself has to know the value. */
  readonly unknownAtSynth: FindingDetails[];
  /** Texts that contain `${` or `%{` outside a token. */
  readonly templates: FindingDetails[];
  /** Names that no prop has, and that are near to the name of one that is not given. */
  readonly misspelled: FindingDetails[];
}

/** Props in which nothing was found yet. */
export function nothingFound(): PropFacts {
  return { wrongKind: [], unknownAtSynth: [], templates: [], misspelled: [] };
}

export const PROP_RULES: readonly Rule<PropFacts>[] = [
  {
    code: 'prop-kind',
    severity: 'error',
    reason: 'the construct cannot read a value of another type, and JavaScript does not check types',
    source: SOURCE,
    check: ({ wrongKind }) => wrongKind,
  },
  {
    code: 'prop-known',
    severity: 'error',
    reason: 'the value decides which resources are made, or Terraform takes no expression in its place',
    source: 'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#literal-values-only',
    check: ({ unknownAtSynth }) => unknownAtSynth,
  },
  {
    code: 'prop-template',
    severity: 'warning',
    reason: 'the package writes it as text, so Terraform evaluates no expression in it',
    source: 'https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1',
    check: ({ templates }) => templates,
  },
  {
    code: 'prop-name',
    severity: 'warning',
    reason: 'the construct ignores an unknown prop and uses the default, and JavaScript does not check names',
    source: SOURCE,
    check: ({ misspelled }) => misspelled,
  },
];
