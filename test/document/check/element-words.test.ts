import { isSecretAttribute } from '../../../src/document/check/element-words';
import { parseXml } from '../../../src/document/xml/parse-xml';

describe('an attribute holds a secret', () => {
  test.each([
    ['by its own name', 'password', '<x password="s"/>', true],
    ['as a value that its name says is one', 'value', '<x name="db.password" value="s"/>', true],
    ['as a value that its key says is one', 'value', '<x key="password" value="s"/>', true],
    ['as a value that its id says is one', 'value', '<x id="password" value="s"/>', true],
    ['or not, as a value that is called something else', 'value', '<x name="queue" key="url" value="s"/>', false],
    ['or not, as a value that is called nothing', 'value', '<x value="s"/>', false],
    ['or not, beside a name that says that another one is', 'text', '<x name="password" text="s"/>', false],
  ])('%s', (_, name, text, isSecret) => {
    expect(isSecretAttribute(parseXml(text).root, name)).toBe(isSecret);
  });
});
