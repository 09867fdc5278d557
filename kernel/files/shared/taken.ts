/** When (an instant) and where (WGS 84, degrees) a picture says it was taken; null where it says nothing. */
export type Taken = { takenAt: string | null; latitude: number | null; longitude: number | null }

export const unknownTaken: Taken = { takenAt: null, latitude: null, longitude: null }

const tags = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTime']
const place = ['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef']

/**
 * Reads a picture's Exif (JEITA CP-3451): a JPEG, or the TIFF block alone. A time without an offset is civil time in
 * Shanghai, as telephones write it. What cannot be read, is impossible or says 0°, 0° counts as not said.
 */
export const readTaken = async (picture: Uint8Array): Promise<Taken> => {
  try {
    // Read only where a picture is: it is a tenth of a megabyte that most pages need not have.
    const { default: exifr } = await import('exifr')
    const said = await exifr.parse(picture, { pick: [...tags, ...place], reviveValues: false, gps: true, exif: true })
    return said ? { takenAt: instantOf(said), ...placeOf(said) } : unknownTaken
  } catch {
    return unknownTaken
  }
}

const instantOf = (said: Record<string, unknown>): string | null => {
  const stated = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(said.DateTimeOriginal ?? said.CreateDate ?? ''))
  if (!stated) return null
  const [, year, month, day, time] = stated
  const offset = [said.OffsetTimeOriginal, said.OffsetTime].find(each => /^[+-]\d\d:\d\d$/.test(String(each)))
  const instant = new Date(`${year}-${month}-${day}T${time}${offset ?? '+08:00'}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

const placeOf = ({ latitude, longitude }: { latitude?: unknown; longitude?: unknown }) => {
  const [north, east] = [Number(latitude ?? Number.NaN), Number(longitude ?? Number.NaN)]
  const said = Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north !== 0 || east !== 0)
  return said ? { latitude: north, longitude: east } : { latitude: null, longitude: null }
}
