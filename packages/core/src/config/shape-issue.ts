import type * as z from 'zod';
import { suggestName } from './near-name.ts';
import { ROTATE_SHAPE } from './rotate-shape.ts';
import type { YamlPath } from './yaml-text.ts';

export interface IssueWords {
  readonly says: string;
  /** The key that is wrong, of the map at the issue's path. */
  readonly key?: string;
  readonly below?: YamlPath;
}

/** An issue of the shape in words for a person who edits YAML. Values are repeated only where they are a choice of ours. */
export function describeIssue(issue: z.core.$ZodIssue, data: unknown): readonly IssueWords[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const name = String(path.findLast((part) => typeof part === 'string') ?? 'the file');
  const present = readAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = listKeys(ROTATE_SHAPE, path, data);
      return issue.keys.map((key) => ({ key, says: `${key} is not known here${suggestName(key, known)}` }));
    }
    case 'invalid_union':
      // Only the kinds of targets and issuers are told apart by `type`; the other unions are durations and bodies.
      return path.at(-1) === 'type' || issue.discriminator !== undefined
        ? [describeType(path, data)]
        : [{ says: `${name} must be ${expectedOf(name)}` }];
    case 'invalid_value':
      return [
        {
          says: `${name} must be ${issue.values.join(' or ')}${suggestName(String(present), issue.values.map(String))}`,
        },
      ];
    case 'too_small':
      return [{ says: `${name} is empty` }];
    case 'invalid_format':
      return [{ says: `${name} must be ${expectedOf(name)}` }];
    case 'invalid_type':
      return present === undefined
        ? [{ says: `${name} is missing` }]
        : [{ says: `${name} must be ${ARTICLES[issue.expected] ?? issue.expected}` }];
    default:
      return [{ says: `${name}: ${issue.message}` }];
  }
}

const ARTICLES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map of keys',
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
};

function expectedOf(name: string): string {
  if (['grace', 'maxAge', 'timeout'].includes(name)) return 'a time such as 60s, 15m or 90d';
  if (name.endsWith('Env')) return 'the name of an environment variable';
  if (name === 'name') return 'letters, digits, dots and dashes, 64 at most';
  return name === 'body' ? 'a text or a map of keys' : 'of another form';
}

function describeType(path: YamlPath, data: unknown): IssueWords {
  const base = path.at(-1) === 'type' ? path.slice(0, -1) : path;
  const given = readAt(data, [...base, 'type']);
  const shape = findShape(ROTATE_SHAPE, base, data, false);
  const types = isUnion(shape) ? shape.options.map((option) => String(literalOf(option))) : [];
  if (given === undefined) return { below: base, says: `type is missing: ${types.join(', ')}` };
  const says = `there is no type "${String(given).slice(0, 40)}"${suggestName(String(given), types)}; there are ${types.join(', ')}`;
  return { below: [...base, 'type'], says };
}

/** The keys that the map at this path may have. */
function listKeys(shape: z.core.$ZodType, path: YamlPath, data: unknown): readonly string[] {
  const found = findShape(shape, path, data, true);
  return found !== undefined && 'shape' in found ? Object.keys(found.shape as object) : [];
}

type Union = z.ZodDiscriminatedUnion<readonly z.ZodObject[]>;

/** The part of the shape that judges the value at a path; `choose`: of a union, the one for this value's type. */
function findShape(shape: unknown, path: YamlPath, data: unknown, choose: boolean): Union | z.ZodObject | undefined {
  const bare = unwrap(shape);
  const [first, ...rest] = path;
  if (isUnion(bare)) {
    if (first === undefined && !choose) return bare;
    const type = readAt(data, ['type']);
    return findShape(
      bare.options.find((option) => literalOf(option) === type),
      path,
      data,
      choose,
    );
  }
  if (first === undefined || bare === undefined) return bare as z.ZodObject | undefined;
  const next: unknown =
    typeof first === 'number' ? (bare as unknown as z.ZodArray).element : (bare as z.ZodObject).shape?.[first];
  return findShape(next, rest, readAt(data, [first]), choose);
}

function unwrap(shape: unknown): unknown {
  const inner = shape as { unwrap?: () => unknown; element?: unknown } | undefined;
  return inner?.unwrap !== undefined && inner.element === undefined ? unwrap(inner.unwrap()) : shape;
}

function isUnion(shape: unknown): shape is Union {
  return typeof shape === 'object' && shape !== null && 'options' in shape && Array.isArray(shape.options);
}

function literalOf(option: z.ZodObject | undefined): unknown {
  return (option?.shape['type'] as z.ZodLiteral | undefined)?.value;
}

function readAt(data: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    data,
  );
}
