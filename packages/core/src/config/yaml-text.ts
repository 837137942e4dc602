import type { Document, Node } from 'yaml';
import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** A fault at its place, both counted from 1. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  readonly says: string;
}

export interface YamlScalar {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** A YAML text that still knows where everything stands. */
export class YamlText {
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(text: string) {
    // Aliases that multiply without end are refused by the parser itself at `toJS`.
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, uniqueKeys: true });
  }

  /** What is wrong with it as YAML. */
  get faults(): readonly Fault[] {
    return this.#document.errors.map(({ pos, message }) => ({ ...this.#find(pos[0]), says: message }));
  }

  read(): unknown {
    return this.#document.toJS({ maxAliasCount: 100 });
  }

  /** Every value that is no list or map. */
  listScalars(): readonly YamlScalar[] {
    const scalars: YamlScalar[] = [];
    visit(this.#document, {
      Scalar: (key, node, ancestors) => {
        if (key !== 'key') scalars.push({ path: describePath(ancestors, key, node), value: node.value });
      },
    });
    return scalars;
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

function findKey(node: Node, key: string): Node | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isNode(pair?.key) ? pair.key : undefined;
}

function describePath(ancestors: readonly unknown[], key: unknown, node: unknown): YamlPath {
  const path: (string | number)[] = [];
  const line = [...ancestors, node];
  for (const [index, parent] of line.entries()) {
    const child = line[index + 1];
    if (isPair(parent)) path.push(String(isScalar(parent.key) ? parent.key.value : parent.key));
    else if (isCollection(parent) && !isMap(parent) && child !== undefined) {
      path.push(typeof key === 'number' && child === node ? key : parent.items.indexOf(child as Node));
    }
  }
  return path;
}
