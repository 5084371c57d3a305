import ts from 'typescript';

/** A word that this project no longer uses, and what to write instead. */
interface RetiredWord {
  readonly pattern: RegExp;
  readonly instead: string;
}

export const RETIRED_WORDS: readonly RetiredWord[] = [
  { pattern: /\brefus(?:e[sd]?|als?|ing)\b/gi, instead: 'reject, for what AWS or the provider does to an input' },
  { pattern: /\bstands?\b(?!-| for\b)/gi, instead: 'contain, be, or is defined in' },
  { pattern: /\b(?:tells?|told)\b/gi, instead: 'report or say' },
  { pattern: /\bfor ever\b/gi, instead: 'always' },
  { pattern: /\bwithout a word\b/gi, instead: 'silently, or without warning' },
  { pattern: /\blets? in\b/gi, instead: 'allow' },
  { pattern: /\banew\b/gi, instead: 'again, or new' },
  { pattern: /\bbe it\b/gi, instead: 'two sentences' },
  { pattern: /\bh[eo]ld(?:s|ing)? (?:[\w'.]+ ){0,4}against\b/gi, instead: 'check against, or compare with' },
  { pattern: /\b(?:neighbou|behaviou|colou)r\w*|\b(?:mis)?spelt\b/gi, instead: 'the American spelling' },
  { pattern: /\ban information\b/gi, instead: 'an info, or information' },
  { pattern: /\bbits set behind\b/gi, instead: 'host bits' },
];

/** A retired word in a text. */
export interface Hit {
  readonly line: number;
  readonly word: string;
  readonly instead: string;
}

/** The retired words of a page. Code in it is not prose. */
export function inPage(text: string): Hit[] {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, ' ');
  return hits(text.replaceAll(/^```[^]*?^```$/gm, blank).replaceAll(/`[^`\n]*`/g, blank));
}

/** The retired words in the comments and strings of a TypeScript source; names of variables are not prose. */
export function inSource(text: string): Hit[] {
  const prose: string[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  const open: ts.SyntaxKind[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    // The rest of a template after ${…} is a token of its own, which the scanner finds only when told where it begins.
    if (kind === ts.SyntaxKind.TemplateHead) open.push(kind);
    else if (kind === ts.SyntaxKind.OpenBraceToken && open.length > 0) open.push(kind);
    else if (kind === ts.SyntaxKind.CloseBraceToken && open.length > 0) {
      if (open.at(-1) === ts.SyntaxKind.TemplateHead) {
        kind = scanner.reScanTemplateToken(false);
        if (kind === ts.SyntaxKind.TemplateTail) open.pop();
      } else open.pop();
    }
    const isProse = PROSE.has(kind);
    const token = scanner.getTokenText();
    prose.push(isProse ? token : token.replaceAll(/[^\n]/g, ' '));
  }
  return hits(prose.join(''));
}

const PROSE = new Set([
  ts.SyntaxKind.SingleLineCommentTrivia,
  ts.SyntaxKind.MultiLineCommentTrivia,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
]);

function hits(prose: string): Hit[] {
  return RETIRED_WORDS.flatMap(({ pattern, instead }) =>
    [...prose.matchAll(pattern)].map(({ index, 0: word }) => ({
      line: prose.slice(0, index).split('\n').length,
      word,
      instead,
    })),
  ).sort((a, b) => a.line - b.line);
}
