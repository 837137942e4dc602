/**
 * How bytes look inside a base64 text that holds more than them. Three bytes make four characters, so there are three ways,
 * by the place at which the bytes begin; characters that depend on the neighbours as well are left off.
 * https://www.rfc-editor.org/rfc/rfc4648#section-4
 */
export function encodeAligned(bytes: Buffer): { readonly offset: number; readonly text: string }[] {
  return [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '');
    const begin = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return { offset, text: text.slice(begin, end) };
  });
}

export function toUrlAlphabet(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}
