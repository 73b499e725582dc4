// SpacesClient
