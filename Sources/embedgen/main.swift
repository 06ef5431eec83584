print("embedgen")
