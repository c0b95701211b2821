/** The things closest to a point of the earth, nearest first; those without a point are left out. Degrees. */
export function nearest<T extends Partial<Point>>(things: T[], to: Point, most: number): T[] {
  const placed = things.filter(
    (thing): thing is T & Point => thing.latitude !== undefined && thing.longitude !== undefined,
  );
  return placed.sort((one, other) => distance(one, to) - distance(other, to)).slice(0, most);
}

export type Point = { latitude: number; longitude: number };

// Great-circle distance by the haversine formula, in earth radii: enough to put places in order.
function distance(one: Point, other: Point): number {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const parallel = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude));
  return 2 * Math.asin(Math.sqrt(Math.sin(north / 2) ** 2 + parallel * Math.sin(east / 2) ** 2));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
