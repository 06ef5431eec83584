export default {
  e2e: { baseUrl: "http://127.0.0.1:3000", supportFile: false },
  screenshotOnRunFailure: false,
  video: false,
};
