import type { ModificationOptions, Node } from 'jsonc-parser';
import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import type { AuthEntry } from './config-file.ts';

/** Sets one entry. The other keys are neither read nor written anew; the file keeps its own indentation. */
export function putAuth(text: string, key: string, entry: AuthEntry): string {
  const base = text.trim() === '' ? '{}' : text;
  const tree = parseTree(base) ?? NOTHING;
  const name = findAuths(tree);
  // Nothing can be put into null, which docker reads as no entries.
  return findNodeAtLocation(tree, [name])?.type === 'null'
    ? edit(base, [name], { [key]: entry })
    : edit(base, [name, key], entry);
}

/** Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. */
export function dropAuth(text: string, key: string, keepAuths: boolean): string {
  const tree = parseTree(text) ?? NOTHING;
  const name = findAuths(tree);
  if (findNodeAtLocation(tree, [name, key]) === undefined) return text;
  const isLast = findNodeAtLocation(tree, [name])?.children?.length === 1;
  return edit(text, isLast && !keepAuths ? [name] : [name, key], undefined);
}

/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(tree: Node): string {
  const names = (tree.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
  return names.includes('auths') ? 'auths' : (names.find((name) => name.toLowerCase() === 'auths') ?? 'auths');
}

const NOTHING = { type: 'null', offset: 0, length: 0 } as const;

function edit(text: string, path: string[], value: unknown): string {
  return applyEdits(text, modify(text, path, value, readFormat(text)));
}

/** How a text is indented: by what stands before its first key; docker's own tabs for an empty one, no line for one line. */
function readFormat(text: string): ModificationOptions {
  const indent = /\n([ \t]+)"/u.exec(text)?.[1];
  if (indent === undefined && !/^\s*\{\s*\}\s*$/u.test(text)) return {};
  const { length: tabSize } = indent ?? '\t';
  return { formattingOptions: { insertSpaces: indent?.startsWith(' ') ?? false, tabSize, eol: '\n' } };
}
