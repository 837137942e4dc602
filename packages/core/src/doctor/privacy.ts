import type { Environment } from '../ports/environment.ts';

/** A text as it may be shown to strangers: the home directory, which holds a person's name, as `~`. */
export function hideHome(text: string, { home }: Pick<Environment, 'home'>): string {
  return home.length < 2 ? text : text.replaceAll(new RegExp(`${escapePattern(home)}(?![\\w.-])`, 'gu'), '~');
}

/** Somebody else's user name: enough to be recognised by whoever has set it. */
export function shortenUser(name: string): string {
  return name === '<token>' ? 'a token' : `${[...name][0] ?? ''}…`;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
