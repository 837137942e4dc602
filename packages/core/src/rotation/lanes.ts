/** The items by API, in their order. (`Map.groupBy` came with Node 21.) */
export function groupByApi<T>(items: readonly T[], api: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const lanes = new Map<string, T[]>();
  for (const item of items) {
    const lane = lanes.get(api(item));
    if (lane === undefined) lanes.set(api(item), [item]);
    else lane.push(item);
  }
  return lanes;
}
