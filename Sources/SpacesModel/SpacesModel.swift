// SpacesModel
