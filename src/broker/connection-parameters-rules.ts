import { TAG_REJECTIONS, type Tagged } from '../amazon-mq/rejections/tags';
import { SOURCES } from '../amazon-mq/sources';
import { type Rule } from '../rules/rule';

/** What the rules see of connection parameters. */
export interface ConnectionParametersFacts extends Tagged {
  readonly path?: string;
  /** Path of another construct that writes parameters below the path. */
  readonly namesake?: string;
}

/** The form of a path, apart from the names that Parameter Store keeps for AWS. */
export const PARAMETER_PATH_FORM = /^(\/[\w.-]+)+$/;

/** Parameter Store allows 15 levels; the parameters add two below the path. */
export const PARAMETER_PATH_LEVELS = 13;

export const CONNECTION_PARAMETERS_RULES: readonly Rule<ConnectionParametersFacts>[] = [
  {
    code: 'parameter-path-form',
    severity: 'error',
    reason: 'Parameter Store rejects other forms, more than 15 levels, and names that begin with aws or ssm',
    source: SOURCES.parameters,
    allowed: `1 to ${PARAMETER_PATH_LEVELS} parts of letters, digits, hyphens, periods and underscores, each after a slash; the first not beginning with aws or ssm`,
    remedy: 'write a path such as "/messaging/orders", without a slash at its end',
    check: ({ path }) =>
      path === undefined ||
      (PARAMETER_PATH_FORM.test(path) &&
        !/^\/(aws|ssm)/i.test(path) &&
        path.split('/').length - 1 <= PARAMETER_PATH_LEVELS)
        ? []
        : [
            {
              property: 'path',
              problem: 'is not a path of Parameter Store',
              got: path,
            },
          ],
  },
  {
    code: 'parameter-path-unique',
    severity: 'error',
    reason: 'parameter names are unique in an account and region: Parameter Store rejects the second one at apply',
    source: SOURCES.parameters,
    allowed: 'each path once',
    remedy: 'choose another path',
    check: ({ path, namesake }) =>
      namesake === undefined
        ? []
        : [
            {
              property: 'path',
              problem: `is already used by ${JSON.stringify(namesake)}`,
              got: path,
            },
          ],
  },
  ...TAG_REJECTIONS,
];
