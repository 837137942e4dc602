import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AuthEntry } from './config-file.ts';
import { isSpelt } from './config-file.ts';

/**
 * Sets one entry and leaves every other byte as it is; the new one is written as the file writes others. `text` is the
 * object of a configuration, or blank.
 */
export function putAuth(text: string, key: string, entry: AuthEntry): string {
  const base = text.trim() === '' ? '{}' : text;
  const root = parseTree(base) ?? NOTHING;
  const name = findAuths(root);
  const auths = findNodeAtLocation(root, [name]);
  if (auths === undefined) return insertMember(base, root, { name, value: { [key]: entry } });
  // Nothing can be put into null, which docker reads as no entries.
  if (auths.type === 'null') return replaceValue(base, auths, { [key]: entry });
  const present = findNodeAtLocation(auths, [key]);
  if (present !== undefined) return replaceValue(base, present, entry);
  return insertMember(base, auths, { name: key, value: entry });
}

/**
 * Removes one entry; `auths` itself too when it holds nothing more and `keepAuths` is false. What `putAuth` put into a file
 * is taken out of it to the byte.
 */
export function dropAuth(text: string, key: string, keepAuths: boolean): string {
  const root = parseTree(text) ?? NOTHING;
  const auths = findNodeAtLocation(root, [findAuths(root)]);
  const entry = auths === undefined ? undefined : findNodeAtLocation(auths, [key]);
  if (auths === undefined || entry === undefined) return text;
  const isLast = auths.children?.length === 1;
  return removeMember(text, isLast && !keepAuths ? auths.parent : entry.parent);
}

/** `auths` as it is spelt there: clients take it in any case. */
function findAuths(root: Node): string {
  const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value ?? ''));
  return names.includes('auths') ? 'auths' : (names.find((name) => isSpelt(name, 'auths')) ?? 'auths');
}

const NOTHING: Node = { type: 'null', offset: 0, length: 0 };

interface Member {
  readonly name: string;
  readonly value: unknown;
}

/** As the last one, on a line of its own where the first one has one, or where the object is the first of its file. */
function insertMember(text: string, { offset, length, children = [], parent }: Node, member: Member): string {
  const [first, last] = [children[0], children.at(-1)];
  if (first !== undefined && last !== undefined) {
    const end = last.offset + last.length;
    const pad = text.slice(offset + 1, first.offset);
    return splice(text, end, end, `,${pad}${formatMember(text, member, findIndent(text, first))}`);
  }
  const outer = parent === undefined ? '' : findIndent(text, parent);
  const { step, eol } = readStyle(text);
  const indent = outer === undefined ? undefined : `${outer}${step}`;
  const [open, close] = indent === undefined ? ['', ''] : [`${eol}${indent}`, `${eol}${outer}`];
  return splice(text, offset + 1, offset + length - 1, `${open}${formatMember(text, member, indent)}${close}`);
}

function replaceValue(text: string, { offset, length, parent }: Node, value: unknown): string {
  const indent = parent === undefined ? undefined : findIndent(text, parent);
  return splice(text, offset, offset + length, formatValue(text, value, indent));
}

/** With the comma that tells it from its neighbour; of an object that is empty then, nothing stays between the braces. */
function removeMember(text: string, member: Node | undefined): string {
  const { children = [], offset = 0, length = 0 } = member?.parent ?? NOTHING;
  const index = children.findIndex((child) => child === member);
  const [before, here, after] = [children[index - 1], children[index], children[index + 1]];
  if (here === undefined) return text;
  if (before !== undefined) return splice(text, before.offset + before.length, here.offset + here.length, '');
  return after === undefined
    ? splice(text, offset + 1, offset + length - 1, '')
    : splice(text, here.offset, after.offset, '');
}

/** `indent` of the line that the member begins; undefined where it begins none. */
function formatMember(text: string, { name, value }: Member, indent: string | undefined): string {
  return `${JSON.stringify(name)}:${indent === undefined ? '' : ' '}${formatValue(text, value, indent)}`;
}

function formatValue(text: string, value: unknown, indent: string | undefined): string {
  if (indent === undefined) return JSON.stringify(value);
  const { step, eol } = readStyle(text);
  return JSON.stringify(value, undefined, step).replaceAll('\n', `${eol}${indent}`);
}

/** What stands before a node on its line, where that is nothing but blanks. */
function findIndent(text: string, { offset }: Node): string | undefined {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return text.lastIndexOf('\n', offset - 1) >= 0 && /^[ \t]*$/u.test(line) ? line : undefined;
}

/** How a text is indented, by what stands before its first key, or with docker's own tabs; and how its lines end. */
function readStyle(text: string): { readonly step: string; readonly eol: string } {
  return { step: /\n([ \t]+)"/u.exec(text)?.[1] ?? '\t', eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function splice(text: string, start: number, end: number, part: string): string {
  return `${text.slice(0, start)}${part}${text.slice(end)}`;
}
