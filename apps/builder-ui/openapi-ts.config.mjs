/** The typed client, from the description that the API's build writes. */
export default {
  input: '../api/dist/openapi.json',
  output: 'src/api-client/generated',
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
};
