type Place = { latitude: number; longitude: number }

const EARTH_METRES = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places along the ground (haversine formula, a round earth: 0.5 % at most). */
export const distanceMetres = (one: Place, other: Place): number => {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)]
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(chord))
}

/** The median of some places, which one that lies far off does not move. */
export const middleOf = (places: readonly Place[]): Place | undefined =>
  places.length === 0
    ? undefined
    : {
        latitude: median(places.map(({ latitude }) => latitude)),
        longitude: median(places.map(({ longitude }) => longitude)),
      }

const median = (numbers: number[]): number => numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
