/** Replaces a secret value in what is shown. */
export const HIDDEN = '(sensitive)';

const SECRET_NAME = /passw|passphrase|passcode|passwd|pwd|secret|token|credential|private_?key|api_?key/i;
/** The word alone: `pass`, `db_pass`, `adminPass`, but not `passive`. */
const PASS = /(?<![A-Za-z])[Pp]ass(?![a-z])|[a-z]Pass(?![a-z])|(?<![A-Za-z])PASS(?![A-Za-z])/;
export const NOT_SECRET_NAME = /(_id|_ids|_arn|_arns|_name|username)$/i;

/** A password may have any character in it, spaces too, and those that end the host of a URL. */
const USER_INFO =
  /\/\/(?:[^\s/@:]{0,256}:(?!\d{1,5}(?:[/,)?\s]|$))((?:[^\r\n\t"/]|\/(?!\/)){1,256})|[^\s/@:"]{1,256})@/g;
/** Bounded, so that the search takes linear time whatever the text. An ARN has `secretsmanager:` in it. */
const NAMED_SECRET =
  /((?:(?:(?:passw|passphrase|passcode|pwd|secret|token|credential|private_?key|api_?key)\w{0,64}|(?<![a-z])pass)["']?\s{0,4}(?:[!:]?={1,3}>?|:(?=[\s"']))|(?:passw|passphrase|passcode|pwd)\w{0,64}:)\s{0,4})("[^"]{0,1024}"|'[^']{0,1024}'|[^&\s"')]+)/gi;

/** Whether the value under a name is a secret, judged by the name. */
export function isSecretName(name: string): boolean {
  return (SECRET_NAME.test(name) || PASS.test(name)) && !NOT_SECRET_NAME.test(name);
}

/** Hides credentials in URLs, and values that the text itself names as secrets: `password=…`. */
export function hideCredentials(text: string): string {
  if (!/[@=:]/.test(text)) return text;
  return text.replace(USER_INFO, `//${HIDDEN}@`).replace(NAMED_SECRET, `$1${HIDDEN}`);
}

/** The passwords in URLs, and the values that the text itself names as secrets, also up to what may end them. */
export function credentialsIn(text: string): string[] {
  const named = [...text.matchAll(NAMED_SECRET)].map(([, , value]) => value.replace(/^["']|["']$/g, ''));
  return [
    ...[...text.matchAll(USER_INFO)].flatMap(([, password]) => password ?? []),
    ...named.flatMap((value) => [value, value.split(/[;,]/, 1)[0]]),
  ];
}
