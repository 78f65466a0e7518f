import { catalogue } from '../messages/catalogue.js';

export const m = catalogue({
  en: {
    end: 'End',
    overview: 'Overview',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fitView: 'Fit view',
    controls: 'Zoom',
    addAfter: (step: string) => `Add a step after ${step}`,
    addAtStart: 'Add a step at the start',
    addAtPathStart: (path: string) => `Add a step at the start of the path ${path}`,
  },
  de: {
    end: 'Ende',
    overview: 'Übersicht',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fitView: 'Ins Fenster einpassen',
    controls: 'Zoom',
    addAfter: (step) => `Schritt nach ${step} hinzufügen`,
    addAtStart: 'Schritt am Anfang hinzufügen',
    addAtPathStart: (path) => `Schritt am Anfang des Wegs ${path} hinzufügen`,
  },
});
