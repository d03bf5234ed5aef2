/** The longest side and the area that every current browser's canvas can hold. */
const longestSide = 16_384
const largestArea = 16_384 * 16_384

/**
 * Paints an SVG of `width` by `height` CSS pixels as PNG, `scale` image pixels to each. Rejects
 * with a reason for the reader where the browser cannot: an image too large, no memory.
 */
export async function pngOf(
  svg: string,
  width: number,
  height: number,
  scale: number,
): Promise<Blob> {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)]
  if (!(across >= 1 && down >= 1)) throw new Error(`A picture of ${across} × ${down} is empty.`)
  if (Math.max(across, down) > longestSide || across * down > largestArea) {
    throw new Error(`A picture of ${across} × ${down} pixels is too large for a browser.`)
  }
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = await loaded(address, across, down)
    const canvas = document.createElement('canvas')
    canvas.width = across
    canvas.height = down
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('The browser has no memory for a picture of this size.')
    context.drawImage(image, 0, 0, across, down)
    return await blobOf(canvas)
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function loaded(address: string, width: number, height: number): Promise<HTMLImageElement> {
  const image = new Image(width, height)
  image.src = address
  try {
    await image.decode()
  } catch {
    throw new Error('The browser cannot paint the picture.')
  }
  return image
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser cannot write the picture as PNG.'))
      else resolve(blob)
    }, 'image/png')
  })
}
