import { isMap, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { Document as YamlDocument, Node } from 'yaml';
import { DcrError } from '../errors.ts';

export type Path = readonly (string | number)[];

/** Something wrong with a document, at one of its values. */
export interface Fault {
  readonly path: Path;
  /** The end of the sentence `FILE:LINE:COLUMN: …`; never a value that may be a secret. */
  readonly says: string;
}

/** A YAML or JSON text that knows where its values stand. */
export interface ConfigDocument {
  readonly name: string;
  readonly value: unknown;
  /** Line and column from 1 of a value, or of the nearest one around it. */
  locate(path: Path): { readonly line: number; readonly column: number };
}

/**
 * `name` is how the source is called in messages: a file, or an input. With `textOnly` every scalar is the text that stands
 * there, and an unquoted null is an empty one: a password of digits is no number, and a secret that GitHub does not have no
 * password "null". Throws `DCR_CONFIG_INVALID` with every fault of syntax.
 */
export function readDocument(text: string, name: string, { textOnly = false } = {}): ConfigDocument {
  const lines = new LineCounter();
  const schema = textOnly ? 'failsafe' : 'core';
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, schema });
  const locate = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (document.errors.length > 0) {
    // The parser's message may repeat the text around the fault, so only its code is told.
    const faults = document.errors.map(({ pos, code }) => ({ ...locate(pos[0]), says: SYNTAX[code] ?? 'is no YAML' }));
    throw explainFaults(faults, name);
  }
  if (textOnly) blankNulls(document);
  return { name, value: resolveValue(document, name), locate: (path) => locate(findOffset(document, path)) };
}

function blankNulls(document: YamlDocument): void {
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'PLAIN' && /^(?:null|Null|NULL|~)$/u.test(String(node.value))) node.value = '';
    },
  });
}

/** Aliases are resolved here: one that leads nowhere, and those that multiply without end, throw `DCR_CONFIG_INVALID`. */
function resolveValue(document: YamlDocument, name: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw explainFaults(
      [{ line: 1, column: 1, says: 'has an alias (*) that leads nowhere, or too many of them' }],
      name,
    );
  }
}

/** Throws `DCR_CONFIG_INVALID` that tells all of them, in the order of the document. */
export function refuseFaults(faults: readonly Fault[], document: ConfigDocument): void {
  if (faults.length === 0) return;
  throw explainFaults(
    faults.map(({ path, says }) => ({ ...document.locate(path), says })),
    document.name,
  );
}

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'names a key twice',
  TAB_AS_INDENT: 'is indented by a tab, which YAML does not allow',
  MISSING_CHAR: 'misses a closing quote, bracket or comma',
  MULTIPLE_DOCS: 'starts a second document',
};

function explainFaults(
  faults: readonly { readonly line: number; readonly column: number; readonly says: string }[],
  name: string,
): DcrError {
  const told = faults
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, says }) => `${name}:${line}:${column}: ${says}`);
  return new DcrError('DCR_CONFIG_INVALID', { message: told.join('; ') });
}

/** Where the key of the path stands, or the deepest value around it that exists. */
function findOffset(document: YamlDocument, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === String(last));
      if (pair !== undefined && isPair(pair)) return rangeOf(pair.key);
    }
    const node = document.getIn(path.slice(0, length), true);
    if (node !== undefined && node !== null) return rangeOf(node);
  }
  return rangeOf(document.contents);
}

function rangeOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
