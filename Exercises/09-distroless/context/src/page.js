import { loaves } from "./orders.js";

const rows = (sum) => loaves.map((loaf) => `<tr><th>${loaf}</th><td>${sum[loaf]}</td></tr>`).join("");
const options = loaves.map((loaf) => `<option>${loaf}</option>`).join("");

export function page(sum) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bread for tomorrow</title></head>
<body>
<h1>Bread for tomorrow</h1>
<form method="post" action="/orders">
<input name="name" placeholder="Your name" required>
<select name="loaf">${options}</select>
<input name="count" type="number" min="1" max="20" value="1">
<button>Order</button>
</form>
<table>${rows(sum)}</table>
</body>
</html>
`;
}
