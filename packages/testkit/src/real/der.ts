/** The few DER types that an X.509 certificate needs: https://www.itu.int/rec/T-REC-X.690 */

export function sequence(...items: readonly Buffer[]): Buffer {
  return element(0x30, ...items);
}

export function set(...items: readonly Buffer[]): Buffer {
  return element(0x31, ...items);
}

/** A non-negative integer, most significant byte first. */
export function integer(bytes: Buffer): Buffer {
  // A set top bit would make it negative.
  return element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

export function truth(): Buffer {
  return element(0x01, Buffer.of(0xff));
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(toBase128)]));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text));
}

export function octetString(bytes: Buffer): Buffer {
  return element(0x04, bytes);
}

export function bitString(bytes: Buffer): Buffer {
  return element(0x03, Buffer.of(0), bytes);
}

/** Years 1950 to 2049, as X.509 asks for them: https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5.1 */
export function utcTime(time: Date): Buffer {
  return element(0x17, Buffer.from(`${time.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
}

/** A context-specific tag around complete elements. */
export function explicit(tag: number, ...items: readonly Buffer[]): Buffer {
  return element(0xa0 + tag, ...items);
}

/** A context-specific tag in the place of a primitive type's own. */
export function implicit(tag: number, bytes: Buffer): Buffer {
  return element(0x80 + tag, bytes);
}

function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...encodeLength(content.length)]), content]);
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function toBase128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
}
