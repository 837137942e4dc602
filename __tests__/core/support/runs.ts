/** How often a property is tried: a sample by default, many more in a campaign. The seed is fixed unless asked otherwise. */
export const RUNS =
  process.env['DCR_CAMPAIGN'] === undefined
    ? { numRuns: 100, seed: 20_240_601 }
    : { numRuns: 2000, ...(process.env['DCR_SEED'] === undefined ? {} : { seed: Number(process.env['DCR_SEED']) }) };
