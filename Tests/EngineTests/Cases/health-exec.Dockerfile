FROM node:26-alpine
HEALTHCHECK --interval=1m30s --timeout=3s --start-period=500ms --retries=5 CMD ["wget", "-q", "http://localhost"]
