#!/usr/bin/env node
import process from 'node:process';
import { HELP } from './generated/help.ts';

// A reader that goes away, as in `dcr-login --help | head`, must not end the command in the middle of its work.
process.stderr.on('error', () => undefined);
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  process.stderr.write(`dcr-login: DCR_STORE_FAILED: the answer could not be written to standard output (${code})\n`);
  process.exitCode = 6;
});

// `--help` is printed before anything else is loaded: commander alone would make it 1.6 × bare node instead of 1.2 ×.
const words = process.argv.slice(2);
const untilDashes = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
const isHelp = (word: string, place: number): boolean =>
  word === '--help' || word === '-h' || (word === 'help' && place === 0);
const asked = untilDashes.filter((word, place) => !isHelp(word, place));
const [topic = ''] = asked.filter((word) => !word.startsWith('-'));
const wantsHelp = words.length === 0 || asked.length < untilDashes.length;

if (wantsHelp && Object.hasOwn(HELP, topic)) {
  process.stdout.write(HELP[topic] ?? '');
} else {
  const { main } = await import('./main.ts');
  // Of a command that does not exist there is no help either: it is refused like any unknown one.
  const status = await main(wantsHelp ? asked : words);
  process.exitCode ||= status;
}
