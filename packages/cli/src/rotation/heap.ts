import v8 from 'node:v8';

/**
 * Of 10,000 GitHub secrets 43 MiB are alive at once, and V8 lets the process grow to 231 MiB on node 20 and to 308 on node
 * 24, most of it garbage that nothing urges it to collect; with these two it stays at 119
 * and 167 (`npm run bench`). Both are read by V8 whenever it decides how far to grow, so that they count for a heap that
 * exists already; --max-semi-space-size and --max-old-space-size, which would be plainer, change nothing any more by then.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(): void {
  // The young generation stays as large as the command's own modules have made it: 4 to 16 MiB.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  // The old one is collected once it is half as large again as what was alive the last time, instead of four times.
  v8.setFlagsFromString('--heap-growing-percent=50');
}
