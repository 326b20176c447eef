import { limits } from '../../preload/wire';

/** Larger files are refused before their bytes cross to main, which would refuse them as well. */
export const largestFile = (limits.base64Chars / 4) * 3;

/** The bytes of a file as base64, which is how they cross to main. */
export const fileBytes = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
