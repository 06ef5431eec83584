FROM node:26-alpine
ENV A="a\"b" B=a\ b C='it''s' D="\$HOME" E="${A}" F=${A:+x}${Z:-y}
