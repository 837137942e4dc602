import type { Document, Node } from 'yaml';
import type { Fault } from './faults.ts';
import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';

export type YamlPath = readonly (string | number)[];

export interface YamlScalar {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** A YAML text that still knows where everything stands. */
export class YamlText {
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /** What is wrong with it as YAML: the words of the parser may repeat what stands there, so only its code is told. */
  readonly faults: readonly Fault[];
  /** Undefined where there are faults. */
  readonly value: unknown;

  /**
   * With `textOnly` every scalar is the text that stands there, and an unquoted null is an empty one: a password of digits
   * is no number, and a secret that GitHub does not have no password "null".
   */
  constructor(text: string, { textOnly = false } = {}) {
    const schema = textOnly ? 'failsafe' : 'core';
    const options = { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true, schema } as const;
    this.#document = parseDocument(text, options);
    if (textOnly) blankNulls(this.#document);
    const broken = this.#document.errors.map(({ pos, code }) => ({
      ...this.#find(pos[0]),
      says: SYNTAX[code] ?? 'it is no YAML from here',
    }));
    const resolved = broken.length > 0 ? { faults: broken } : this.#resolve();
    this.faults = resolved.faults;
    this.value = 'value' in resolved ? resolved.value : undefined;
  }

  /** Aliases are resolved here: some lead nowhere, and some multiply without end. */
  #resolve(): { readonly faults: readonly Fault[]; readonly value?: unknown } {
    try {
      return { faults: [], value: this.#document.toJS({ maxAliasCount: 100 }) as unknown };
    } catch {
      const says = 'there is an alias (*) that leads nowhere, or there are too many of them';
      return { faults: [{ line: 1, column: 1, says }] };
    }
  }

  /** Every value that is no list or map. */
  listScalars(): Iterable<YamlScalar> {
    return walkScalars(this.#document.contents, []);
  }

  /** Where a value stands; of one that is missing, what should hold it. `key` is a key of the map at the path. */
  locate(path: YamlPath, key?: string): { readonly line: number; readonly column: number } {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? this.#document.contents : this.#document.getIn(path.slice(0, length), true);
      if (!isNode(node)) continue;
      const pair = isMap(node) && key !== undefined && length === path.length ? findKey(node, key) : undefined;
      const range = (pair ?? node).range;
      if (range) return this.#find(range[0]);
    }
    return { line: 1, column: 1 };
  }

  #find(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key is named twice',
  TAB_AS_INDENT: 'a tab indents here, which YAML does not allow',
  MISSING_CHAR: 'a closing quote, bracket or comma is missing',
  MULTIPLE_DOCS: 'a second document starts here',
};

function blankNulls(document: Document): void {
  visit(document, {
    Scalar: (_key, node) => {
      if (node.type === 'PLAIN' && /^(?:null|Null|NULL|~)$/u.test(String(node.value))) node.value = '';
    },
  });
}

function findKey(node: Node, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isNode(pair?.key) ? pair.key : undefined;
}

/** One after the other: the list for a file of 1 MB takes 7 MB. */
function* walkScalars(node: unknown, path: YamlPath): Generator<YamlScalar> {
  if (isScalar(node)) yield { path, value: node.value };
  else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (!isScalar(key)) yield* walkScalars(key, path);
      yield* walkScalars(value, [...path, String(isScalar(key) ? key.value : key)]);
    }
  } else if (isCollection(node)) {
    for (const [index, item] of node.items.entries()) yield* walkScalars(item, [...path, index]);
  }
}
