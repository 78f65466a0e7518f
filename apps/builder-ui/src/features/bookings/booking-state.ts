export const bookingWords = {
  tentative: 'Tentative',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const;
export const bookingColors = {
  tentative: 'gray',
  confirmed: 'green',
  completed: 'blue',
  cancelled: 'red',
} as const;
