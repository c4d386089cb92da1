"""Personal rotas: the shifts of a placement, generated, adjusted by the host, held against working-time rules."""
