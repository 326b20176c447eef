/** A camera's photo has far more points than a code needs, and each of them is looked at. */
const widest = 1_600;

export const isPicture = (file: Blob): boolean => file.type.startsWith('image/');

/** A picture's points, on white: what is see-through in a screenshot would else be read as black. */
const pointsOf = async (file: Blob): Promise<ImageData | null> => {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const share = Math.min(1, widest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * share));
  const height = Math.max(1, Math.round(bitmap.height * share));
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) return null;
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
};

/** What the code in a picture says; null when there is none that can be read. */
export const pictureText = async (file: Blob): Promise<string | null> => {
  const points = await pointsOf(file);
  if (points === null) return null;
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(points, { timeLimit: 2_000 });
  } catch {
    return null;
  }
};
