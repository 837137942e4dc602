/** Passwords that shells, clients and encodings are known to change. */
export const DIFFICULT = {
  quotes: `a"b'c\`d`,
  dollars: '$HOME$$x${y}$(z)',
  backslashes: 'a\\b\\\\n\\',
  percents: '%PATH%%41%',
  markup: '&<>;|&amp;',
  spaces: '  inner  and   edges ',
  'no-break spaces': '\u00A0inner\u00A0edges\u00A0',
  // White space for Go, which docker is written in, but not for JavaScript.
  'next lines': '\u0085inner\u0085edges\u0085',
  unicode: 'pässwörd-日本語-🔑',
  colons: ':a:b::',
  'four kibibytes': 'x7$'.repeat(1365) + 'y',
} as const;
