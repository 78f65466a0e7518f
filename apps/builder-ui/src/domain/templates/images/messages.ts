import { catalogue } from '../../../messages/catalogue.js';

export const m = catalogue({
  en: {
    uploading: (name: string) => `Uploading ${name}…`,
    someImage: 'the image',
    tooLarge: (kilobytes: string) =>
      `The file has ${kilobytes} kB and can’t be made smaller here. Save it as a PNG or JPEG with at most 700 kB.`,
    onWeb: (host: string) => `Image from ${host}. It is not loaded here; the email shows it.`,
    notUsed: (name: string) => `${name} can’t be used`,
  },
  de: {
    uploading: (name) => `${name} wird hochgeladen …`,
    someImage: 'Das Bild',
    tooLarge: (kilobytes) =>
      `Die Datei hat ${kilobytes} kB und lässt sich hier nicht verkleinern. Speichere sie als PNG oder JPEG mit höchstens 700 kB.`,
    onWeb: (host) => `Bild von ${host}. Hier wird es nicht geladen; die E-Mail zeigt es.`,
    notUsed: (name) => `${name} ist nicht verwendbar`,
  },
});
