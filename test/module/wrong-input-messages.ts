/** What a plan says of each wrong input of tools/module: whole, by module and by the name of the test. */
export const WRONG_INPUT_MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
