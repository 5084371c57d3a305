import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { ownWords, type Phrase, phrase, quoted } from '../../util/phrase';
import { type ConfigurationSource } from './configuration-source';
import { DocumentSyntaxError } from './document-syntax-error';
import { type Attribute, Element, qualifiedName, type Text } from './element';
import { markupFault } from './markup-reason';
import { otherFormatAdvice } from './other-format';
import { TextPositions } from './text-position';
import { isBlank } from './xml-space';

/** Far above any configuration: the check keeps a tree in memory, some twenty times the size of the text. */
const MOST_CHARACTERS = 16 * 1024 * 1024;
/** The permitted elements nest a dozen deep; only a recovery policy wrapped in itself goes deeper. */
const MOST_LEVELS = 1000;

/**
 * Reads XML text into an element tree. Comments and processing instructions are left out; a DOCTYPE and entities are
 * rejected, so nothing is ever expanded or fetched.
 *
 * @throws DocumentSyntaxError with line and column, if the text is not well-formed, or rejected
 */
export function parseXml(text: string): ConfigurationSource & { readonly text: string } {
  return { root: new TreeReader(text).read(), text };
}

/** A document with its comments. */
export interface CommentedDocument {
  readonly root: Element;
  /** The comments before the root element. */
  readonly before: readonly string[];
  /** The comments behind it. */
  readonly after: readonly string[];
}

/**
 * Reads XML text into an element tree as {@link parseXml} does, with its comments.
 *
 * @throws DocumentSyntaxError with line and column, if the text is not well-formed, or rejected
 */
export function parseWithComments(text: string): CommentedDocument {
  const reader = new TreeReader(text);
  reader.keepComments();
  const root = reader.read();
  return { root, before: reader.before, after: reader.after };
}

class TreeReader {
  readonly before: string[] = [];
  readonly after: string[] = [];
  readonly #text: string;
  /** Where the text starts behind a byte order mark. */
  readonly #start: number;
  readonly #parser = new SaxesParser<{ xmlns: true }>({ xmlns: true });
  /** A document repeats few names: one string of each keeps the tree small. */
  readonly #names = new Map<string, string>();
  /** The attributes of the tag being read are the first so many: their namespaces are known when the tag has been read. */
  readonly #attributes: SaxesAttributeNS[] = [];
  #attributeCount = 0;
  #root?: Element;
  #open?: Element;
  #depth = 0;
  /** Where the tag or text read last ends: the next text starts behind it, and behind comments. */
  #end: number;

  constructor(text: string) {
    this.#text = text;
    this.#start = text.startsWith('\uFEFF') ? 1 : 0;
    this.#end = this.#start;
  }

  /** A handler more, so only where it is asked for: see {@link read}. */
  keepComments(): void {
    this.#parser.on('comment', (value) => {
      if (this.#open !== undefined) (this.#open.comments ??= []).push({ value, before: this.#open.children.length });
      else if (this.#root === undefined) this.before.push(value);
      else this.after.push(value);
    });
  }

  read(): Element {
    this.#rejectUnreadable();
    const parser = this.#parser;
    // Six, and errors thrown instead of a seventh, which would take a third more time: V8 turns an object that is given
    // so many properties into a table.
    parser.on('doctype', () => this.#rejectDoctype());
    parser.on('attribute', (attribute) => {
      this.#attributes[this.#attributeCount++] = attribute as SaxesAttributeNS;
    });
    parser.on('opentag', (tag) => this.#openTag(tag));
    parser.on('closetag', () => this.#closeTag());
    parser.on('text', (value) => this.#addText(value));
    parser.on('cdata', (value) => this.#addText(value));
    try {
      parser.write(this.#text).close();
    } catch (error) {
      this.#explain(error);
    }
    return this.#root!;
  }

  #rejectUnreadable(): void {
    if (this.#text.length > MOST_CHARACTERS) {
      this.#reject(
        0,
        phrase`${this.#text.length} characters; a configuration document may have ${MOST_CHARACTERS} here`,
      );
    }
    const surrogate = this.#text.search(/\p{Surrogate}/u);
    if (surrogate !== -1) {
      const code = this.#text.charCodeAt(surrogate).toString(16).toUpperCase();
      this.#reject(surrogate, phrase`half of a surrogate pair (${`U+${code}`}), which is not a character; remove it`);
    }
    const version = /^\uFEFF?<\?xml\s+version\s*=\s*(["'])(\d+\.\d+)\1/.exec(this.#text)?.[2] ?? '1.0';
    if (version !== '1.0') {
      this.#reject(0, phrase`XML version ${version}; Amazon MQ stores XML 1.0: write version="1.0"`);
    }
  }

  #openTag(tag: SaxesTagNS): void {
    this.#rejectDepth();
    const parent = this.#open;
    const element = new Element(this.#shared(tag.local), tag.uri, tag.prefix, parent, this.#tagStart);
    this.#addAttributes(element);
    parent?.append(element);
    this.#root ??= element;
    this.#open = element;
    this.#depth++;
    this.#end = this.#parser.position;
  }

  #addAttributes(element: Element): void {
    // Made at its full length: an array that grows by `push` keeps room for sixteen more, on each element of a document.
    const attributes = new Array<Attribute>(this.#attributeCount);
    let count = 0;
    for (let index = 0; index < this.#attributeCount; index++) {
      const { name, local, prefix, uri: namespace, value } = this.#attributes[index];
      if (prefix === 'xmlns' || name === 'xmlns') this.#declare(element, name, prefix === 'xmlns' ? local : '', value);
      else if (prefix === '') attributes[count++] = { name: this.#shared(name), value };
      else (element.foreignAttributes ??= []).push({ name, local, namespace, value });
    }
    if (count < attributes.length) attributes.length = count;
    element.attributes = attributes;
    this.#attributeCount = 0;
  }

  #declare(element: Element, name: string, prefix: string, namespace: string): void {
    if (namespace !== namespace.trim()) {
      this.#reject(
        this.#tagStart,
        phrase`white space around the namespace of ${name}: got ${quoted(namespace)}; remove it`,
      );
    }
    (element.declarations ??= new Map()).set(prefix, namespace);
  }

  #shared(name: string): string {
    const known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, name);
    return known ?? name;
  }

  #closeTag(): void {
    this.#open = this.#open?.parent;
    this.#depth--;
    this.#end = this.#parser.position;
  }

  #addText(value: string): void {
    const open = this.#open;
    if (open !== undefined && value !== '') {
      open.hasCharacters = true;
      if (!isBlank(value)) {
        const text: Text = { value, start: this.#textStart(), before: open.children.length };
        (open.texts ??= []).push(text);
      }
    }
    // A text is over when the parser has read the `<` behind it.
    const { position } = this.#parser;
    this.#end = this.#text[position - 1] === '<' ? position - 1 : position;
  }

  /** Where the text being read starts: behind white space, comments and processing instructions. */
  #textStart(end = this.#end): number {
    const passed = /[ \t\r\n]+|<!--[^]*?-->|<\?[^]*?\?>/y;
    let start = end;
    for (passed.lastIndex = start; passed.test(this.#text);) start = passed.lastIndex;
    return start;
  }

  /** Where a text outside the root element starts. */
  get #outsideStart(): number {
    return this.#textStart(this.#root === undefined ? this.#start : this.#end);
  }

  /** A tag's name and attributes hold no `<`, so the last one before the parser's place opened it. */
  get #tagStart(): number {
    return this.#text.lastIndexOf('<', this.#parser.position - 1);
  }

  #rejectDepth(): void {
    if (this.#depth < MOST_LEVELS) return;
    this.#reject(this.#tagStart, phrase`elements nest deeper than ${MOST_LEVELS} levels`);
  }

  #rejectDoctype(): never {
    const start = this.#textStart();
    const isPage = /^<!DOCTYPE\s+html\b/i.test(this.#text.slice(start, start + 40));
    return this.#reject(
      start,
      isPage
        ? ownWords('this is a web page, such as that of a login; get the document itself')
        : ownWords('a DOCTYPE; no entity is expanded and nothing is fetched: remove it'),
    );
  }

  /** What the parser throws begins with its place; anything else is thrown on. */
  #explain(error: unknown): never {
    const message = error instanceof Error ? /^\d+:\d+: (.*)/s.exec(error.message)?.[1] : undefined;
    if (message === undefined) throw error;
    return this.#fail(message);
  }

  #fail(message: string): never {
    const start = this.#textStart();
    if (this.#root === undefined && /^<!DOCTYPE/i.test(this.#text.slice(start, start + 9))) this.#rejectDoctype();
    this.#rejectAmpersand();
    this.#rejectOtherFormat();
    if (message.startsWith('unexpected clos')) this.#rejectClosingTag(this.#justClosed);
    if (message.startsWith('unmatched clos')) this.#rejectClosingTag();
    if (message.startsWith('unclosed tag')) {
      this.#rejectOpenSection();
      this.#rejectUnclosed(this.#open!);
    }
    if (message.startsWith('text data outside of root') && !this.#text.includes('<')) {
      this.#reject(this.#outsideStart, ownWords('this is not XML; a configuration document is one <broker> element'));
    }
    const outside = message.startsWith('text data outside of root') ? this.#text[this.#outsideStart] : undefined;
    if (outside !== undefined && /\p{Cf}/u.test(outside)) {
      const code = `U+${outside.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      this.#reject(this.#outsideStart, phrase`the invisible character ${code} outside the root element; remove it`);
    }
    const place = this.#placeOf(message);
    const fault = markupFault(message, this.#text, place, this.#text.lastIndexOf('<', place - 1));
    return this.#reject(fault.place, fault.reason);
  }

  /** Where what the parser complains of starts, as far as that is known: the parser is behind it. */
  #placeOf(message: string): number {
    const end = Math.min(this.#parser.position, this.#text.length) - 1;
    if (message.startsWith('text data outside of root')) return this.#outsideStart;
    if (message.startsWith('documents may contain only one root')) return this.#text.lastIndexOf('<', end);
    return /^(?:undefined|malformed character) entity/.test(message) ? this.#text.lastIndexOf('&', end) : end;
  }

  /** The parser reads an entity from a bare `&` to the next `;`, wherever that is, and complains there. */
  #rejectAmpersand(): void {
    const passed =
      /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|&(?!(?:[\w:.-]+|#\d+|#x[\da-fA-F]+);)/g;
    for (const { 0: found, index } of this.#text.matchAll(passed)) {
      if (index >= this.#parser.position) return;
      if (found === '&') this.#reject(index, ownWords('"&" must be written &amp;'));
    }
  }

  #rejectOtherFormat(): void {
    const advice = otherFormatAdvice(this.#text);
    if (advice === undefined) return;
    const end = Math.min(this.#parser.position, this.#text.length) - 1;
    const start = this.#root === undefined ? this.#outsideStart : end;
    this.#reject(this.#text[start] === '<' ? end : start, advice);
  }

  #rejectOpenSection(): void {
    const sections = /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)/g;
    for (const { 0: section, index } of this.#text.matchAll(sections)) {
      if (section.startsWith('<!--') && !section.endsWith('-->')) {
        this.#reject(index, ownWords('a comment is never closed; write --> where it ends'));
      }
      if (section.startsWith('<![') && !section.endsWith(']]>')) {
        this.#reject(index, ownWords('a CDATA section is never closed; write ]]> where it ends'));
      }
    }
  }

  #rejectUnclosed(element: Element): never {
    const name = qualifiedName(element);
    return this.#reject(element.offset, phrase`${`<${name}>`} is never closed; write ${`</${name}>`} where it ends`);
  }

  /** The parser takes a wrong closing tag for one of the innermost element, and closes that before it complains. */
  get #justClosed(): Element {
    return this.#open === undefined ? this.#root! : this.#open.children.at(-1)!;
  }

  #rejectClosingTag(open?: Element): never {
    const start = this.#tagStart;
    const name = this.#text.slice(start + 2, this.#parser.position - 1).trim();
    return this.#reject(start, phrase`${`</${name}>`} ${this.#closingTagReason(name, open)}`);
  }

  #closingTagReason(name: string, open?: Element): Phrase {
    const closed = (open?.children ?? [this.#root!]).filter((child) => qualifiedName(child) === name).at(-1);
    if (closed !== undefined) {
      const place = this.#place(closed);
      return this.#closesItself(closed)
        ? phrase`closes nothing: ${`<${name} …/>`} of ${place} is closed by its own slash; remove ${`</${name}>`}, or that slash if what follows belongs into it`
        : phrase`closes nothing: ${`<${name}>`} of ${place} is closed already; remove this ${`</${name}>`}`;
    }
    if (open === undefined) return ownWords('closes nothing; remove it');
    const closing = `</${qualifiedName(open)}>`;
    const unclosed = phrase`${`<${qualifiedName(open)}>`} of ${this.#place(open)} is still open`;
    return this.#isOpen(name)
      ? phrase`comes too early: ${unclosed}; write ${closing} before it`
      : phrase`closes nothing: ${unclosed}; write ${closing}, or remove it`;
  }

  #isOpen(name: string): boolean {
    for (let element = this.#open; element !== undefined; element = element.parent) {
      if (qualifiedName(element) === name) return true;
    }
    return false;
  }

  #closesItself({ offset }: Element): boolean {
    const tag = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/y;
    tag.lastIndex = offset;
    return tag.exec(this.#text)?.[0].endsWith('/>') ?? false;
  }

  #place({ offset }: Element): Phrase {
    const { line, column } = new TextPositions(this.#text).at(offset);
    return phrase`line ${line}, column ${column}`;
  }

  #reject(offset: number, reason: Phrase): never {
    throw new DocumentSyntaxError(reason, new TextPositions(this.#text).at(Math.max(offset, 0)));
  }
}
