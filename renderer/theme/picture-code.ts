/** A camera needs dark on light, whatever the theme of the page. */
export const pictureCode = { dark: '#000000', light: '#ffffff' } as const;
