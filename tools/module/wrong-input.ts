/** Inputs that the module rejects or warns of, by the code of the rule. Values are literals, or expressions of HCL. */
export interface WrongInput {
  readonly code: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** What reports it, as `expect_failures` of a test names it. */
  readonly reportedBy: string;
}

/** An input that is wrong by itself. */
export const input = (code: string, name: string, value: unknown): WrongInput => ({
  code,
  inputs: { [name]: value },
  reportedBy: `var.${name}`,
});

/** Inputs that do not go together, or that a resource looks at. */
export const combination = (code: string, reportedBy: string, inputs: Record<string, unknown>): WrongInput => ({
  code,
  inputs,
  reportedBy,
});

/** Tags that each module with tags rejects. */
export const WRONG_TAGS: readonly WrongInput[] = [
  input('tag-count', 'tags', Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag-${index}`, '']))),
  input('tag-form', 'tags', { 'aws:team': 'orders' }),
];

/** Wrong inputs by the code of the rule, and a number from the second one of a code on. */
export function namedWrongInputs(
  wrongInputs: readonly WrongInput[],
): (readonly [name: string, wrongInput: WrongInput])[] {
  const counts = new Map<string, number>();
  return wrongInputs.map((wrongInput) => {
    const { code } = wrongInput;
    const number = (counts.get(code) ?? 0) + 1;
    counts.set(code, number);
    return [`${code}${number > 1 ? `-${number}` : ''}`, wrongInput];
  });
}
