"""Listens on ::1 at the port of its argument and takes nobody: says so once its queue is full and nobody is answered."""
import socket, sys

port = int(sys.argv[1])
server = socket.create_server(("::1", port), family=socket.AF_INET6, backlog=0)
waiting = []
while True:
    client = socket.socket(socket.AF_INET6)
    client.settimeout(0.2)
    waiting.append(client)
    try:
        client.connect(("::1", port))
    except TimeoutError:
        break
print("full", flush=True)
sys.stdin.read()
