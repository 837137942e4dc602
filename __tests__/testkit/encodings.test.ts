import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { encodeForms, scanText } from '@nexqloud/dcr-testkit';

const value = `Zx$q/"+'&<ü>%9 k`;
const secret = { name: 'password', value, username: 'ci' };
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');

function encodingsIn(text: string | Buffer): string[] {
  return scanText(text, 'log', [secret]).map((hit) => hit.encoding);
}

describe('the forms of a secret', () => {
  const json = JSON.stringify({ auth: base64(`ci:${value}`) });
  const leaks: [form: string, text: string | Buffer, encoding: string][] = [
    ['as it is', `before ${value} after`, 'raw'],
    ['as JSON', JSON.stringify({ password: value }), 'json'],
    ['as JSON within JSON', JSON.stringify({ body: JSON.stringify({ password: value }) }), 'json in json'],
    ['as JSON that Go wrote', String.raw`"Zx$q/\"+'\u0026\u003cü\u003e%9 k"`, 'json, html-safe'],
    ['as JSON in ASCII', String.raw`"Zx$q/\"+'&<\u00fc>%9 k"`, 'json, ascii only'],
    ['in XML text', `<password>Zx$q/"+'&amp;&lt;ü&gt;%9 k</password>`, 'xml text'],
    ['in an XML attribute', 'password="Zx$q/&quot;+&apos;&amp;&lt;ü&gt;%9 k"', 'xml attribute'],
    ['in single quotes of a shell', String.raw`'Zx$q/"+'\''&<ü>%9 k'`, 'single-quoted shell'],
    ['in double quotes of a shell', String.raw`"Zx\$q/\"+'&<ü>%9 k"`, 'double-quoted shell'],
    ['with doubled dollars', `Zx$$q/"+'&<ü>%9 k`, 'doubled dollars'],
    ['in a workflow command', `::debug::Zx$q/"+'&<ü>%259 k`, 'workflow command'],
    ['in the path of a URL', `https://host/${encodeURIComponent(value)}`, 'url component'],
    [
      'in a URL in lower case',
      encodeURIComponent(value).toLowerCase().replace('zx', 'Zx'),
      'url component, lower case',
    ],
    ['in a form', new URLSearchParams({ password: value }).toString(), 'url form'],
    [
      'with every byte in percent',
      Buffer.from(value).toString('hex').toUpperCase().replaceAll(/../g, '%$&'),
      'url, every byte',
    ],
    ['in hex', Buffer.from(value).toString('hex'), 'hex'],
    ['in upper-case hex', Buffer.from(value).toString('hex').toUpperCase(), 'hex, upper case'],
    ['backwards', [...value].toReversed().join(''), 'reversed'],
    ['in UTF-16', Buffer.from(`echo ${value}`, 'utf16le'), 'utf-16le'],
    ['in a PowerShell command', base64(Buffer.from(`echo ${value}`, 'utf16le')), 'base64 of utf-16le at offset 1'],
    ['in an Authorization header', `Authorization: Basic ${base64(`ci:${value}`)}`, 'base64 of username:secret'],
    ['in a Kubernetes pull secret', base64(json), 'base64 of base64 of username:secret at offset 0'],
  ];
  it.each(leaks)('are found %s', (_, text, encoding) => {
    expect(encodingsIn(text)).toContain(encoding);
  });

  it.each([0, 1, 2, 3, 4, 5])('are found in base64 behind %d other bytes', (count) => {
    const text = base64(`${'x'.repeat(count)}${value} and more`);
    expect(encodingsIn(text)).toEqual([`base64 at offset ${count % 3}`]);
  });

  it.each([0, 1, 2, 3, 4, 5])('are found in base64url behind %d other bytes', (count) => {
    const signs = { name: 'signs', value: '????>>>>~~~~üü' };
    const text = Buffer.from(`${'x'.repeat(count)}${signs.value} and more`).toString('base64url');
    expect(scanText(text, 'log', [signs])).toMatchObject([{ encoding: `base64url at offset ${count % 3}` }]);
  });

  it('are found in base64 that a tool broke into lines', () => {
    const wrapped = execFileSync('base64', ['-w', '10'], { input: `some text ${value}` });
    expect(encodingsIn(wrapped)).toContain('base64 at offset 1');
  });

  it('are found in each line of a secret that has several', () => {
    const lines = { name: 'key', value: 'first line of it\r\nsecond line of it\n}' };
    expect(scanText('second line of it', 'log', [lines])).toEqual([
      { place: 'text', where: 'log', secret: 'key', encoding: 'line 2' },
    ]);
    expect(scanText('}', 'log', [lines])).toEqual([]);
  });

  it('are not found where they are not', () => {
    expect(encodingsIn(`${value.slice(0, -1)} ${base64(value.slice(1, -1))}`)).toEqual([]);
  });

  it('are told apart by their bytes, so that a plain secret has fewer of them', () => {
    const forms = encodeForms({ name: 'plain', value: 'abcdefghijkl' });
    expect(forms.map((form) => form.encoding)).toContain('raw');
    expect(forms.map((form) => form.encoding)).not.toContain('json');
    expect(new Set(forms.map((form) => form.bytes.toString('hex'))).size).toBe(forms.length);
  });

  it('are refused for a secret so short that it is found everywhere', () => {
    expect(() => encodeForms({ name: 'short', value: 'abc' })).toThrow('short');
  });
});
