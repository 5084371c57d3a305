import * as library from 'cdktf-amazon-mq';
import { type Page, page, samples } from './pages';

const WHOLE = /new App\(/;

/**
 * The samples of a page as one app. A sample that makes its app is whole; the others continue where there are a stack
 * and a broker, as the first sample of README.md makes them, and need no import of this package.
 */
export function samplesAsApp(from: Page): string {
  const all = samples(from, 'ts').map(forThisPackage);
  const [first, ...fragments] = WHOLE.test(all[0]) ? all : [samples(page('README.md'), 'ts')[0], ...all];
  const imports = new Map<string, Set<string>>();
  const [start, ...rest] = [first, ...fragments].map((code) =>
    withoutImports(code, imports).replace('app.synth();\n', ''),
  );
  addMissingImports([start, ...rest].join('\n'), imports);
  return [
    ...[...imports].map(([module, names]) => `import { ${[...names].join(', ')} } from '${module}';`),
    start,
    nested(rest),
    'app.synth();',
  ].join('\n');
}

/** Each sample sees what those before it declare, and may declare a name again. */
function nested([sample, ...others]: readonly string[], index = 0): string {
  if (sample === undefined) return '';
  const own = /^const broker = /m.test(sample);
  return own
    ? `${inOwnStack(sample, index)}\n${nested(others, index + 1)}`
    : `{ ${sample}\n${nested(others, index + 1)} }`;
}

/** A sample that makes its own broker does so beside the first one. */
function inOwnStack(code: string, index: number): string {
  return `((stack: TerraformStack) => {
    new AwsProvider(stack, 'aws', { region: 'ap-northeast-2' });
    ${code}
  })(new TerraformStack(app, 'sample-${index}'));`;
}

/** What the twin for CDK Terrain calls by other names. */
function forThisPackage(code: string): string {
  return code.replaceAll(/'(@?)cdktn(-amazon-mq)?(['/])/g, "'$1cdktf$2$3");
}

function withoutImports(code: string, imports: Map<string, Set<string>>): string {
  return code.replaceAll(/^import \{([^}]*)\} from '([^']*)';\n/gm, (_, names: string, module: string) => {
    const known = imports.get(module) ?? new Set();
    imports.set(module, known);
    names.split(',').forEach((name) => name.trim() && known.add(name.trim()));
    return '';
  });
}

function addMissingImports(code: string, imports: Map<string, Set<string>>): void {
  const known = imports.get('cdktf-amazon-mq') ?? new Set();
  imports.set('cdktf-amazon-mq', known);
  const statements = code.replaceAll(/\/\/.*$/gm, '');
  for (const name of Object.keys(library)) if (new RegExp(`\\b${name}\\b`).test(statements)) known.add(name);
}
