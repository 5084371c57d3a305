/** Replaces a secret value in what is shown. */
export const HIDDEN = '(sensitive)';

const SECRET_NAME = /passw|passphrase|passwd|pwd|secret|token|credential|private_?key|api_?key/i;
export const NOT_SECRET_NAME = /(_id|_ids|_arn|_arns|_name|username)$/i;

const USER_INFO = /\/\/[^\s/@:]*:[^\s/@]+@/g;
/** Bounded, so that the search takes linear time whatever the text. */
const NAMED_SECRET = /((?:passw|passphrase|pwd|secret|token)\w{0,64}=["']?)[^&;,\s"'()]+/gi;

/** Whether the value under a name is a secret, judged by the name. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !NOT_SECRET_NAME.test(name);
}

/** Hides credentials in URLs, and values that the text itself names as secrets: `password=…`. */
export function hideCredentials(text: string): string {
  if (!/[@=]/.test(text)) return text;
  return text.replace(USER_INFO, `//${HIDDEN}@`).replace(NAMED_SECRET, `$1${HIDDEN}`);
}
