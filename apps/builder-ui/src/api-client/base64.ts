/** What is in a file, as the API takes it (RFC 4648, section 4). */
export const base64 = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(blob);
  });

/** The name of a file on one line, as the API takes it. */
export const nameOfFile = ({ name }: File, without: string): string =>
  name.replace(/\s+/gu, ' ').trim().slice(0, 200) || without;
