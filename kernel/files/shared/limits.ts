/** Bytes a file may have. */
export const maxFileBytes = 20 * 1024 * 1024

/** Pixels a picture may have; more is refused by its header, before anything is decoded. */
export const maxPixels = 50_000_000

/** For the `accept` attribute of a file input; the server looks at the content all the same. */
export const acceptedPictures = 'image/jpeg,image/png,image/webp'
export const acceptedFiles = `${acceptedPictures},application/pdf,.docx,.doc,.xlsx`
