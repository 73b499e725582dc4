// SpacesUI
