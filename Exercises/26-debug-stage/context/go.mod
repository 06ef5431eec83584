module example.org/postbox

go 1.19
