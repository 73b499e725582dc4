// SpacesServer
