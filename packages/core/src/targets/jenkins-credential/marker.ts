import { parseInstant } from '../../api/time.ts';
import { formatTime } from '../../credential/credential.ts';
import type { Clock } from '../../ports/clock.ts';

const MARKER = / ?\[dcr-login (\d{4}-\d\d-\d\dT[\d:]+Z [0-9a-z]{6})\]/u;

/** When a credential was written last, as its description tells it; nothing of the credential is in it. */
export function readMarker(description: string): { readonly text: string; readonly at: number | null } | undefined {
  const text = MARKER.exec(description)?.[1];
  return text === undefined ? undefined : { text, at: parseInstant(text.split(' ')[0]) };
}

/** The description with a new marker in place of the old one. Six random letters tell two writes of one second apart. */
export function renewMarker(description: string, clock: Clock): string {
  const letters = Math.floor(clock.random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0');
  const marker = `[dcr-login ${formatTime(clock.now())} ${letters}]`;
  const bare = description.replace(MARKER, '');
  return bare === '' ? marker : `${bare} ${marker}`;
}
